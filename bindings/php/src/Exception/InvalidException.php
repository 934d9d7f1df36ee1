<?php

/**
 * Status invalid: The caller sent something malformed.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * The caller sent something malformed. Since 0.1.
 */
final class InvalidException extends ProvostException
{
    public const STATUS = 'invalid';

    /** For an engine or session that was closed before. Since 0.1. */
    public static function closed(): self
    {
        return new self('The object is closed.', 'handle.closed');
    }
}
