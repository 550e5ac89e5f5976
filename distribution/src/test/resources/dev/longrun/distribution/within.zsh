# SPDX-License-Identifier: Apache-2.0
# The zsh within the terminal of ask.zsh: on a tab it prints its offers, and ends.
autoload -Uz compinit
compinit -u -d $PWD/zcompdump
source $SCRIPT
compadd() { # says what is added, instead of adding it
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  typeset -a offered
  builtin compadd -A offered "$@"
  for word in $offered; do print -r -- "offer:$word:"; done
}
finish() { print -r -- 'offers''-end'; exit }
comppostfuncs=(finish)
bindkey '^I' complete-word
zle-line-init() { print -r -- 'shell''-ready' }
zle -N zle-line-init
