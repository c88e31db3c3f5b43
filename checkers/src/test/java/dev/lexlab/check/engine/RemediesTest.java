package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemediesTest {

    @Test
    void wordsOfTheMachineHaveARemedyWhoeverSaysThem() {
        ServerFailed full =
                new ServerFailed("'box' could not be started: write /x: No space left on device", "try again");

        assertThat(full.isOfMachine()).isTrue();
        assertThat(full.remedy()).startsWith("free some disk space");
        assertThat(new ServerFailed("Bind for 127.0.0.1:1 failed: port is already allocated", "").remedy())
                .startsWith("check again: another port");
        assertThat(new ServerFailed("unknown parent image ID sha256:0637", "").remedy())
                .startsWith("check again: another program");
    }

    @Test
    void otherWordsKeepTheRemedyOfWhoeverTellsThem() {
        ServerFailed other = new ServerFailed("exec: \"serve\": executable file not found", "try again");

        assertThat(other.isOfMachine()).isFalse();
        assertThat(other.remedy()).isEqualTo("try again");
    }
}
