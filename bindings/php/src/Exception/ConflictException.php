<?php

/**
 * Status conflict: The state moved, or the thing exists already.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * The state moved, or the thing exists already. Since 0.1.
 */
final class ConflictException extends ProvostException
{
    public const STATUS = 'conflict';
}
