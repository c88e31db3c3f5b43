package dev.lexlab.lab.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadwordSlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PostgreSQL | postgresql",
                "Write-ahead log (WAL) | write-ahead-log-wal",
                "Öl und Wasser | ol-und-wasser",
                "Cafe\u0301 | cafe",
                "🚀 Rockets | rockets",
                "C++ | c",
                "Größe | folder",
                "数据库 | folder",
                "数据库 2 | folder",
                "العربية | folder",
                "🚀 | folder"
            })
    void aTitleSpellsItOrElseTheFolderDoes(String title, String slug) {
        assertThat(HeadwordSlug.of(title, "folder")).isEqualTo(slug);
    }
}
