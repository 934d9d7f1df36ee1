<?php

/**
 * Status callback: A function of the host failed; not from PHP, which gives the library none.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * A function of the host failed; not from PHP, which gives the library none. Since 0.1.
 */
final class CallbackException extends ProvostException
{
    public const STATUS = 'callback';
}
