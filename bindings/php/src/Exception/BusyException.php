<?php

/**
 * Status busy: Try again later.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * Try again later. Since 0.1.
 */
final class BusyException extends ProvostException
{
    public const STATUS = 'busy';
}
