import json
import os
import subprocess
import time
import urllib.request
from base64 import b64encode

subprocess.run(["bash", "at-home.bash"], check=True)


def counted():
    login = b64encode(b"grader:" + os.environ["RABBITMQ_PASSWORD"].encode()).decode()
    request = urllib.request.Request("http://127.0.0.1:15672/api/overview", headers={"Authorization": "Basic " + login})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["message_stats"]


def await_counted(**expected):
    """Until the broker has counted this; its figures are those of a second ago."""
    while any(counted().get(what) != times for what, times in expected.items()):
        time.sleep(0.1)


try:
    # tag::see[]
    import pika
    channel = pika.BlockingConnection().channel()
    channel.confirm_delivery()
    channel.basic_publish("", "nowhere", b"hi")        # confirmed!
    # end::see[]
    await_counted(confirm=1, drop_unroutable=1)
    # tag::see[]
    channel.basic_publish("", "nowhere", b"hi", mandatory=True)
    # end::see[]
except pika.exceptions.UnroutableError as error:
    await_counted(confirm=2, drop_unroutable=1, return_unroutable=1)
    assert [message.body for message in error.messages] == [b"hi"]
else:
    raise AssertionError("what no queue takes was not returned")
