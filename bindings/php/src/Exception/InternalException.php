<?php

/**
 * Status internal: A defect of this library; nothing was changed.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * A defect of this library; nothing was changed. Since 0.1.
 */
final class InternalException extends ProvostException
{
    public const STATUS = 'internal';
}
