#!/bin/sh
# Writes sample lines to the two log files in promtail/promtail.yml, so that you can see them arrive in Loki.
# Usage: ./populate_log.sh [LINES] [FOLDER]      default: 20 lines, the folder in promtail/promtail.yml
set -eu

lines=${1:-20}
logs=${2:-'@LOGS_SHELL@'}
mkdir -p "$logs"

i=1
while [ "$i" -le "$lines" ]; do
    now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    if [ $((i % 10)) -eq 0 ]; then
        echo "$now ERROR sample line $i: the camera does not answer" >> "$logs/ppl_detection_double_check.log"
    else
        echo "$now INFO sample line $i: 1 person detected" >> "$logs/ppl_detection_double_check.log"
    fi
    echo "$now INFO sample line $i: the door is closed" >> "$logs/checkdoor_ai_agent_stream05.log"
    i=$((i + 1))
done
echo "wrote $lines lines each into $logs"
