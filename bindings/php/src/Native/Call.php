<?php

/**
 * Calls of functions that may fail, and the texts they answer: everything that is handed out is freed here.
 */

declare(strict_types=1);

namespace Provost\Native;

use FFI;
use FFI\CData;
use Provost\Exception\InternalException;
use Provost\Exception\ProvostException;

/**
 * One call of the C interface each. Internal.
 */
final class Call
{
    /** provost_text_data as a function that answers a pointer: as a const char * its bytes would end at a NUL. */
    private static ?CData $data = null;

    /**
     * Calls a function whose last arguments are a text to answer and an error; the text's bytes.
     *
     * @throws ProvostException when it fails
     */
    public static function text(string $function, mixed ...$arguments): string
    {
        $text = Library::ffi()->new('provost_text *');
        self::run($function, ...[...$arguments, FFI::addr($text)]);
        return self::takeText($text);
    }

    /**
     * Calls a function whose last argument is an error.
     *
     * @throws ProvostException when it fails
     */
    public static function run(string $function, mixed ...$arguments): void
    {
        $ffi = Library::ffi();
        $error = $ffi->new('provost_error *');
        $status = $ffi->$function(...[...$arguments, FFI::addr($error)]);
        if ($status !== $ffi->PROVOST_OK) {
            throw self::failure($ffi, $status, $error);
        }
    }

    /**
     * The bytes of a text, which is freed.
     */
    public static function takeText(CData $text): string
    {
        $ffi = Library::ffi();
        self::$data ??= $ffi->cast('char *(*)(const provost_text *)', $ffi->provost_text_data);
        try {
            $size = $ffi->provost_text_size($text);
            return $size === 0 ? '' : FFI::string((self::$data)($text), $size);
        } finally {
            $ffi->provost_text_free($text);
        }
    }

    private static function failure(FFI $ffi, int $status, CData $error): ProvostException
    {
        if (FFI::isNull($error)) {
            return new InternalException('The library failed without saying why.');
        }
        try {
            $document = json_decode($ffi->provost_error_document($error), true);
            return ProvostException::of($status, is_array($document) ? $document : []);
        } finally {
            $ffi->provost_error_free($error);
        }
    }
}
