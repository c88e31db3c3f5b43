package dev.lexlab.site.links;

import java.net.URI;

/** Asks for one address once. */
interface Web {

    /**
     * One request, no redirect followed.
     *
     * @param method HEAD or GET; of a GET no more than the beginning is read
     */
    Answer ask(String method, URI address) throws InterruptedException;

    /** Whether an address is of the public web; addresses of this machine or of a private network are nobody's to check. */
    boolean isPublic(URI address);
}
