# exec: the service takes the shell's place as the first process, and hears the signals that are meant for it.
exec python3 /opt/notes/app/notes.py --listen "$1" --name "$NAME" --port "$PORT"
