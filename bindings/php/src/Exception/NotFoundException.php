<?php

/**
 * Status not_found: A named thing does not exist.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * A named thing does not exist. Since 0.1.
 */
final class NotFoundException extends ProvostException
{
    public const STATUS = 'not_found';
}
