<?php

/**
 * Finds the library and binds resources/provost-ffi.h to it. Nothing is loaded before the first call.
 */

declare(strict_types=1);

namespace Provost\Native;

use FFI;
use Provost\Exception\LibraryException;

/**
 * The library, bound once per request. Internal: the classes in Provost\Native are the only ones that use FFI.
 *
 * They are plain methods without closures, because ffi.enable=preload looks at where the calling code was compiled.
 */
final class Library
{
    /** What this package was written for; compared with provost_abi_version() of the library. */
    public const ABI_VERSION = 0;

    private const SCOPE = 'PROVOST';
    private const SONAME = 'libprovost_c.so.' . self::ABI_VERSION;

    private static ?FFI $ffi = null;

    /**
     * The bound library.
     *
     * @throws LibraryException when it is not allowed, not found, or of another version; the message says what to do
     */
    public static function ffi(): FFI
    {
        return self::$ffi ??= self::checked(self::load());
    }

    // A header that was bound when PHP started (ffi.preload), PROVOST_LIBRARY, then whatever the system has.
    private static function load(): FFI
    {
        if (!extension_loaded('ffi')) {
            throw LibraryException::disabled();
        }
        try {
            return FFI::scope(self::SCOPE);
        } catch (FFI\Exception $error) {
            self::stopIfRestricted($error);
        }
        // From the environment of the process alone: a web server's request variables can not choose a library.
        $path = getenv('PROVOST_LIBRARY', true);
        return self::bind(is_string($path) && $path !== '' ? $path : self::SONAME);
    }

    private static function bind(string $library): FFI
    {
        $header = file_get_contents(dirname(__DIR__, 2) . '/resources/provost-ffi.h');
        if ($header === false) {
            throw LibraryException::notFound($library);
        }
        try {
            return FFI::cdef($header, $library);
        } catch (FFI\Exception $error) {
            self::stopIfRestricted($error);
            throw str_contains($error->getMessage(), 'Failed resolving')
                ? LibraryException::wrongVersion($library, $error)
                : LibraryException::notFound($library, $error);
        }
    }

    // ini_get() can not tell: a pool of PHP-FPM may allow FFI while ini_get() still says "preload".
    private static function stopIfRestricted(FFI\Exception $error): void
    {
        if (str_contains($error->getMessage(), 'restricted')) {
            throw LibraryException::restricted($error);
        }
    }

    private static function checked(FFI $ffi): FFI
    {
        $found = $ffi->provost_abi_version();
        if ($found !== self::ABI_VERSION) {
            throw LibraryException::wrongAbi(self::ABI_VERSION, $found, $ffi->provost_version());
        }
        return $ffi;
    }
}
