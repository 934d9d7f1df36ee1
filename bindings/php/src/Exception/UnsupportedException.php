<?php

/**
 * Status unsupported: Not available in this build, format or version.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * Not available in this build, format or version. Since 0.1.
 */
final class UnsupportedException extends ProvostException
{
    public const STATUS = 'unsupported';
}
