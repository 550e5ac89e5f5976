# SPDX-License-Identifier: Apache-2.0
# Prints what bash completes. Arguments: the script, then the words; the cursor is at the end of the last one.
source "$1"
shift
complete -p lro >/dev/null || exit 1
compopt() { :; } # works within a completion only
COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_complete_lro
printf "%s\n" "${COMPREPLY[@]}"
