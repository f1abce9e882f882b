/** Programs that people type and that cannot be here; what each says is in programs.ts. */
export const unavailableNames = (
  'ansible apt apt-get aws az brew bun cargo chatgpt chgrp chown claude copilot crontab deno dig dmesg dnf docker docker-compose ' +
  'ftp g++ gcc gcloud gemini gh go gpt gunzip gzip halt helm ifconfig ip ipconfig java kafka-topics killall kubectl lsof mongo mongosh mount mysql nc ' +
  'netstat node npm npx nslookup nvim ollama pacman passwd perl php pip pip3 pkill pnpm podman poweroff psql python python3 reboot redis-cli rsync ruby ' +
  'rustc scp screen sqlite3 ss su tar telnet terraform tmux traceroute umount unzip useradd wget yarn yum zip zsh'
).split(' ');
