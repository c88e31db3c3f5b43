package dev.lexlab.check.environment;

/** A vhost and who reaches it; all of it is made of plain letters and digits. */
record AmqpAddress(String host, int port, String user, String password, String vhost) {
    static final int PORT = 5672;

    String url() {
        return "amqp://" + user + ":" + password + "@" + host + ":" + port + "/" + vhost;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + vhost; // never the password
    }
}
