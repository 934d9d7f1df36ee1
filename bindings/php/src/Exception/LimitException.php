<?php

/**
 * Status limit: An input is larger than its ceiling.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * An input is larger than its ceiling. Since 0.1.
 */
final class LimitException extends ProvostException
{
    public const STATUS = 'limit';
}
