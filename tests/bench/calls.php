<?php

/**
 * One pure decision and the smallest FFI call from PHP.
 *
 *     PROVOST_LIBRARY=libprovost_c.so php -d ffi.enable=1 calls.php REQUEST_FILE
 */

declare(strict_types=1);

use Provost\Native\Functions;

require __DIR__ . '/../../bindings/php/autoload.php';

function nanoseconds(callable $call, int $count): float
{
    $usage = getrusage();
    $began = $usage['ru_utime.tv_sec'] * 1e9 + $usage['ru_utime.tv_usec'] * 1e3;
    for ($i = 0; $i < $count; ++$i) {
        $call();
    }
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] * 1e9 + $usage['ru_utime.tv_usec'] * 1e3 - $began) / $count;
}

$document = file_get_contents($argv[1]);
$ffi = FFI::cdef('uint32_t provost_abi_version(void);', getenv('PROVOST_LIBRARY'));
[$floors, $decisions] = [[], []];
for ($round = 0; $round < 9; ++$round) {
    $floors[] = nanoseconds(fn () => $ffi->provost_abi_version(), 200_000);
    $decisions[] = nanoseconds(fn () => Functions::decide($document), 5_000);
}
sort($floors);
sort($decisions);
printf("PHP: smallest FFI call %.0f ns; one pure decision %.0f ns\n", $floors[4], $decisions[4]);
