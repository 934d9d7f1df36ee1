<?php

/**
 * Status storage: The store failed.
 */

declare(strict_types=1);

namespace Provost\Exception;

/**
 * The store failed. Since 0.1.
 */
final class StorageException extends ProvostException
{
    public const STATUS = 'storage';
}
