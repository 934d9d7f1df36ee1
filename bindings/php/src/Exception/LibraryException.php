<?php

/**
 * The library itself can not be used: not allowed, not found, or of another version.
 */

declare(strict_types=1);

namespace Provost\Exception;

use Throwable;

/**
 * The library can not be used; the message says what to change. README.md has the lines for php.ini. Since 0.1.
 */
final class LibraryException extends ProvostException
{
    public const STATUS = 'unsupported';

    /** PHP has no FFI. Since 0.1. */
    public static function disabled(): self
    {
        return new self('PHP runs without its extension FFI. Install or switch on ext-ffi.', 'x-library.no-ffi');
    }

    /** FFI is there, but not for this code. Since 0.1. */
    public static function restricted(Throwable $previous): self
    {
        return new self(
            'PHP does not let this request use FFI (ffi.enable). Name preload.php of Provost in opcache.preload and '
            . 'its header in ffi.preload, and restart PHP; or allow FFI to one PHP-FPM pool: '
            . 'php_admin_value[ffi.enable] = 1.',
            'x-library.restricted',
            previous: $previous,
        );
    }

    /** There is no such library, or it can not be loaded. Since 0.1. */
    public static function notFound(string $library, ?Throwable $previous = null): self
    {
        return new self(
            "The library $library can not be loaded. Install Provost's C library, or set the environment variable "
            . 'PROVOST_LIBRARY to the path of its file.',
            'x-library.not-found',
            parameters: ['library' => $library],
            previous: $previous,
        );
    }

    /** The library lacks a function that this package calls. Since 0.1. */
    public static function wrongVersion(string $library, Throwable $previous): self
    {
        return new self(
            "The library $library does not fit this package: {$previous->getMessage()}. Use the same version of both.",
            'x-library.version',
            parameters: ['library' => $library],
            previous: $previous,
        );
    }

    /** The library has another interface than this package was written for. Since 0.1. */
    public static function wrongAbi(int $expected, int $found, string $version): self
    {
        return new self(
            "The library has version $version with interface $found; this package needs interface $expected. Use the "
            . 'same version of both, and restart PHP.',
            'x-library.version',
            parameters: ['expected' => (string) $expected, 'found' => (string) $found],
        );
    }
}
