<?php

/**
 * The functions of the library that need no engine.
 */

declare(strict_types=1);

namespace Provost\Native;

/**
 * Documents in, documents out, as text. Internal: use Provost\Provost, Provost\Reason and Provost\Decide.
 */
final class Functions
{
    public static function version(): string
    {
        return Library::ffi()->provost_version();
    }

    /** A JSON array of names. */
    public static function verbs(): string
    {
        return Call::text('provost_verbs');
    }

    public static function schema(string $name): string
    {
        return Call::text('provost_schema', $name, strlen($name));
    }

    /** The English of a reason's document. */
    public static function sentence(string $reason): string
    {
        return Call::text('provost_sentence', $reason, strlen($reason));
    }

    public static function decide(string $document): string
    {
        return Call::text('provost_decide', $document, strlen($document));
    }
}
