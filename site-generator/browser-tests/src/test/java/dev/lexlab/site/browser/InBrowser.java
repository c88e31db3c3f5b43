package dev.lexlab.site.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that may ask for a {@link Reader}. Where there is no browser they are skipped; on CI they fail. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({SiteExtension.class, BrowserExtension.class})
@interface InBrowser {}
