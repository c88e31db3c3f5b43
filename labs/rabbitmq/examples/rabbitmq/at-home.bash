# Makes a fresh container what readers have at home, where the tools log in as guest; and lets examples wait, and look
# into what their pages say nothing of.

# broker METHOD PATH [BODY]: the management API, which answers in JSON
broker() {
  curl --silent --show-error --fail -u "grader:$RABBITMQ_PASSWORD" -X "$1" ${3:+-d "$3"} \
    -H 'Content-Type: application/json' "http://127.0.0.1:15672/api/$2"
}

# await COMMAND…: until it succeeds; whoever runs the example has a clock
await() {
  until "$@" >/dev/null 2>&1; do
    sleep 0.1
  done
}

# says PATH TEXT: whether the management API has this to say of it. Its figures may be those of a second ago.
says() {
  broker GET "$1" | grep -qF -- "$2"
}

# get QUEUE MODE: takes one message, and settles it as the mode says: ack_requeue_false, reject_requeue_true, …
get() {
  broker POST "queues/%2F/$1/get" "{\"count\": 1, \"ackmode\": \"$2\", \"encoding\": \"auto\"}"
}

broker PUT users/guest '{"password": "guest", "tags": ""}'
broker PUT permissions/%2F/guest '{"configure": ".*", "write": ".*", "read": ".*"}'
