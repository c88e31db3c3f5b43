package dev.lexlab.site.browser;

/** What a page is read on. */
enum Device {
    PHONE(390, 844, true),
    DESKTOP(1280, 800, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean touch() {
        return touch;
    }
}
