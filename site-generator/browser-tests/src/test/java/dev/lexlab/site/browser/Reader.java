package dev.lexlab.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads the site, in one test. What the browser complains about meanwhile fails the test. */
final class Reader {
    private final Browser browser;
    private final BuiltSite site;
    private final Complaints complaints = new Complaints();
    private final List<BrowserContext> contexts = new ArrayList<>();

    Reader(Browser browser, BuiltSite site) {
        this.browser = browser;
        this.site = site;
    }

    /** On a desk, in light colours, from the host: what a visit is unless said otherwise. */
    Visit atDesk() {
        return on(Device.DESKTOP);
    }

    Visit on(Device device) {
        return new Visit(device, ColorScheme.LIGHT, true, site.address(""));
    }

    /** Another page of the same visit, from the host. */
    Response go(Page page, String name) {
        Response response = page.navigate(site.address(name));
        if (response == null) {
            throw new IllegalStateException("'" + name + "' is where we are already");
        }
        return response;
    }

    /** A complaint that the test provokes. */
    void expectsComplaint(String text) {
        complaints.expect(text);
    }

    /** Ends all visits. */
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.failIfAny();
    }

    /** Where and how pages are read; each visit has a storage of its own. */
    final class Visit {
        private final Device device;
        private final ColorScheme colours;
        private final boolean script;
        /** What addresses of pages are appended to. */
        private final String root;

        private Visit(Device device, ColorScheme colours, boolean script, String root) {
            this.device = device;
            this.colours = colours;
            this.script = script;
            this.root = root;
        }

        Visit in(ColorScheme scheme) {
            return new Visit(device, scheme, script, root);
        }

        Visit withoutScript() {
            return new Visit(device, colours, false, root);
        }

        Visit fromDisk() {
            return at(site.file(""));
        }

        Visit at(String address) {
            return new Visit(device, colours, script, address);
        }

        /** A page that shows nothing yet. */
        Page begin() {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(device.width(), device.height())
                    .setHasTouch(device.touch())
                    .setIsMobile(device.touch())
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setJavaScriptEnabled(script)
                    .setLocale("en"));
            context.setDefaultTimeout(Chromium.PATIENCE);
            contexts.add(context);
            complaints.listenTo(context, root);
            return context.newPage();
        }

        /**
         * @param page its address from the site's root
         */
        Page open(String page) {
            Page begun = begin();
            begun.navigate(root + page);
            return begun;
        }
    }
}
