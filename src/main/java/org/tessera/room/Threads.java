package org.tessera.room;

/** What goes on beside its caller: the room's own life, and what would hold it up. */
interface Threads {

    /** Virtual threads, as many as there is work. */
    Threads VIRTUAL = new Threads() {
        @Override
        public void begin(Thread life) {
            life.start();
        }

        @Override
        public void aside(String name, Runnable work) {
            Thread.ofVirtual().name(name).start(work);
        }
    };

    /** None: somebody turns what would go on by itself, and what would be done aside is done at once. */
    Threads NONE = new Threads() {
        @Override
        public void begin(Thread life) {}

        @Override
        public void aside(String name, Runnable work) {
            work.run();
        }
    };

    /** Sets {@code life} going. */
    void begin(Thread life);

    /** Has {@code work} done without waiting for it. */
    void aside(String name, Runnable work);
}
