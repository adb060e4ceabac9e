#!/bin/sh
# Plays one service of a box: uses some CPU, and writes a log. The file is named uvicorn so that the kernel, and with it
# process-exporter, calls the process that.
#
#   uvicorn NAME
#
# From the environment:
#   MONSH_STACK_MARKER  a file; the worker ends when it is gone
#   WORKER_LOG          where to log; at 1 MB it becomes WORKER_LOG.1 and a new one is begun
#   WORKER_LOAD         CPU time to use, in percent of one core

name=${1:?the name of the service}
marker=${MONSH_STACK_MARKER:?} log=${WORKER_LOG:?} load=${WORKER_LOAD:-3}
limit=1000000 size=0 cycle=0 seed=$$

# Sets ticks: the CPU time used so far in hundredths of a second. Uses no other program, so that it costs this process.
cpu_time() {
    IFS= read -r stat < "/proc/$$/stat" || return 1
    stat=${stat##*") "}
    # shellcheck disable=SC2086
    set -- $stat
    ticks=$((${12} + ${13}))
}

# Uses CPU until as many hundredths of a second are spent as the first argument says.
work() {
    cpu_time || return 0
    goal=$((ticks + $1)) rounds=0
    while [ "$ticks" -lt "$goal" ] && [ "$rounds" -lt 2000 ]; do
        rounds=$((rounds + 1)) i=0
        while [ "$i" -lt 200 ]; do i=$((i + 1)); done
        cpu_time || return 0
    done
}

say() {
    line="$now $1 $name $2"
    size=$((size + ${#line} + 1))
    if [ "$size" -gt "$limit" ]; then
        mv -f "$log" "$log.1"
        size=$((${#line} + 1))
    fi
    printf '%s\n' "$line" >> "$log" || exit 1
}

tell() {
    seed=$(((seed * 1103515245 + 12345) & 2147483647))
    say INFO "frame $cycle: $((seed / 65536 % 5)) objects, $((18 + seed / 4096 % 40)) ms"
    case $((cycle % 30)) in
        3) say WARNING "frame $cycle came $((40 + seed / 1024 % 60)) ms late" ;;
        7) say ERROR "camera did not answer in time, asking again" ;;
        8) say INFO "camera answers again" ;;
    esac
}

[ -e "$log" ] && size=$(wc -c < "$log")
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
say INFO "started as process $$"
# A little history at once, so that there is something to read.
while [ "$cycle" -lt 10 ]; do
    cycle=$((cycle + 1))
    tell
done

while [ -e "$marker" ]; do
    cycle=$((cycle + 1))
    # From the load to two thirds above it and back, in a slow wave, so that a plot has a shape.
    wave=$((cycle % 40))
    [ "$wave" -gt 20 ] && wave=$((40 - wave))
    work $((load + load * wave / 30))
    now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    tell
    sleep 1
done
