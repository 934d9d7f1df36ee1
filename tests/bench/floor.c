/* What a call across a shared library costs at the least. */
__attribute__((visibility("default"))) int bench_nothing(void);
int bench_nothing(void) { return 1; }
