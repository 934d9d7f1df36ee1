<?php

/**
 * resources/provost-ffi.h is what make_header makes of capi/provost.h now.
 */

declare(strict_types=1);

namespace Provost\Tests;

final class HeaderTest extends TestCase
{
    public function testTheHeaderIsUpToDate(): void
    {
        [$status, $made, $errors] = $this->execute([__DIR__ . '/../make_header', '-']);
        $this->assertSame([0, ''], [$status, $errors]);
        $kept = file_get_contents(__DIR__ . '/../resources/provost-ffi.h');
        // Compilers lay the lines out differently.
        $words = static fn (string $text): string => preg_replace('/\s+/', ' ', $text);
        $this->assertTrue($words($made) === $words($kept), 'run bindings/php/make_header');
    }
}
