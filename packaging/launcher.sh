#!/bin/sh
# Starts monsh from a distribution: bin/monsh beside lib/. Runs no other program on its way to Java unless it must, since
# each one would cost a script that calls monsh a thousand times a millisecond or more.

monsh_fail() {
    printf 'monsh: %s\n' "$1" >&2
    printf '  try: %s\n' "$2" >&2
    exit 2
}

# Sets monsh_major to the Java version of a JDK folder, or to 0. The release file tells it without starting Java.
monsh_java_major() {
    monsh_major=0
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r monsh_line || [ -n "$monsh_line" ]; do
        case $monsh_line in
            JAVA_VERSION=*)
                monsh_line=${monsh_line#*=}
                monsh_line=${monsh_line#\"}
                monsh_major=${monsh_line%%[!0-9]*}
                ;;
        esac
    done < "$1/release"
    [ -n "$monsh_major" ] || monsh_major=0
}

# Sets monsh_jdk to the first JDK of at least 25: JAVA_HOME, the one that the build used, the usual folders (or those of
# MONSH_JDKS, between blanks), PATH.
monsh_find_jdk() {
    monsh_jdk=
    monsh_recorded=
    if [ -r "$monsh_home/lib/jdk" ]; then
        IFS= read -r monsh_recorded < "$monsh_home/lib/jdk" || :
    fi
    for monsh_candidate in "${JAVA_HOME:-}" "$monsh_recorded" \
        ${MONSH_JDKS-/usr/lib/jvm/*25* /usr/lib/jvm/* /opt/*25* /opt/java/* /opt/jdk*} \
        "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
        [ -n "$monsh_candidate" ] || continue
        monsh_java_major "$monsh_candidate"
        if [ "$monsh_major" -ge 25 ]; then
            monsh_jdk=$monsh_candidate
            return
        fi
    done
    if command -v java > /dev/null 2>&1; then
        monsh_candidate=$(readlink -f "$(command -v java)")
        monsh_candidate=${monsh_candidate%/bin/java}
        monsh_java_major "$monsh_candidate"
        [ "$monsh_major" -lt 25 ] || monsh_jdk=$monsh_candidate
    fi
}

# Where the launcher of the source tree has set monsh_home, it has found itself already.
if [ -z "${monsh_home:-}" ]; then
    monsh_self=$0
    [ ! -h "$monsh_self" ] || monsh_self=$(readlink -f "$monsh_self")
    case $monsh_self in
        */*) monsh_home=${monsh_self%/*}/.. ;;
        *) monsh_home=.. ;;
    esac
    # Java's archive of classes remembers folders as they were: bin/.. would be another one
    monsh_home=$(cd "$monsh_home" && pwd -P)
fi

# Java would give the number of a closed stream to the next file that it opens, and read or write that one. A closed stdout
# becomes one that can't be written to, so that it stays a fault.
{ true 3<&0; } 2> /dev/null || exec < /dev/null
true 3>&2 || exec 2> /dev/null
{ true 3>&1; } 2> /dev/null || exec 1< /dev/null

monsh_find_jdk
[ -n "$monsh_jdk" ] || monsh_fail "Java: monsh needs a JDK of version 25 or later, and none was found" \
    "apt install openjdk-25-jdk-headless (or set JAVA_HOME)"

monsh_terminals=
monsh_size=
for monsh_fd in 0 1 2; do
    if [ -t "$monsh_fd" ]; then monsh_terminals=${monsh_terminals}1; else monsh_terminals=${monsh_terminals}0; fi
done
case $monsh_terminals in
    ?1?) monsh_size=$(stty size < /dev/tty 2> /dev/null) || monsh_size= ;;
esac

# argv and file names are bytes; under any other locale Java would lose those that are not ASCII. What the user has is
# handed on, because it says what the terminal can show.
MONSH_LOCALE=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
LC_ALL=C.UTF-8
export MONSH_LOCALE LC_ALL
unset JDK_JAVA_OPTIONS

if [ -n "${MONSH_AOT_OUTPUT:-}" ]; then
    monsh_archive=-XX:AOTCacheOutput=$MONSH_AOT_OUTPUT
else
    monsh_archive=-XX:AOTCache=$monsh_home/lib/monsh.aot
fi

# The archive only fits these very flags: see docs/performance.md before changing one.
exec "$monsh_jdk/bin/java" \
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms24m -Xmn12m -Xlog:disable \
    --enable-native-access=ALL-UNNAMED \
    "$monsh_archive" \
    "-Djava.io.tmpdir=${TMPDIR:-/tmp}" "-Dmonsh.terminals=$monsh_terminals" "-Dmonsh.size=$monsh_size" "-Dmonsh.launcher=$0" \
    -cp "$monsh_home/lib/monsh.jar" dev.monsh.Monsh "$@"
