<?php

/**
 * The PHP door of the stories: carries out what run.py asks, one message after the other, and sends back what the
 * library says. README.md has the form of the messages.
 *
 *     PROVOST_LIBRARY=.../libprovost_c.so php -d ffi.enable=1 tell.php
 *
 * What the package hands out decoded (records, summaries) is written as JSON again, and must be the library's text.
 * Summaries are objects also when they are empty.
 */

declare(strict_types=1);

use Provost\Engine;
use Provost\Exception\ProvostException;
use Provost\Session;

require __DIR__ . '/../../bindings/php/autoload.php';

final class Door
{
    private ?Engine $engine = null;
    private ?Session $session = null;

    /**
     * What came of a message, as messages: a word and its bytes each.
     *
     * @return list<array{string, string}>
     */
    public function carryOut(string $word, string $bytes): array
    {
        try {
            return match ($word) {
                'open' => $this->open($bytes),
                'run' => self::ok($this->engine()->run($bytes)->document),
                'find' => $this->find(json_decode($bytes, true, flags: JSON_THROW_ON_ERROR)),
                'journal' => self::ok(self::json($this->engine()->journal())),
                'begin' => $this->begin($bytes),
                'feed' => $this->feed($bytes),
                'take' => $this->take(),
                'finish' => self::ok(self::json((object) $this->session()->finish())),
                'end' => $this->end(),
                'close' => $this->close(),
                default => throw new UnexpectedValueException("no such word: $word"),
            };
        } catch (ProvostException $error) {
            $shown = ['status' => $error->status(), 'code' => $error->errorCode, 'pointer' => $error->pointer];
            return [['error', self::json($shown + ['message' => $error->sentence])]];
        }
    }

    // Behind the milliseconds of the recorded moment stands the secret.
    private function open(string $bytes): array
    {
        if (preg_match('/^(\d+) (.+)$/D', $bytes, $parts) !== 1) {
            throw new UnexpectedValueException("open takes MILLISECONDS SECRET, not $bytes");
        }
        $now = new DateTimeImmutable(sprintf('@%d.%03d', intdiv((int) $parts[1], 1000), (int) $parts[1] % 1000));
        $this->engine = Engine::open(':memory:', now: $now, secret: $parts[2]);
        return self::ok();
    }

    private function close(): array
    {
        $this->engine()->close();
        $this->engine = null;
        return self::ok();
    }

    /**
     * @param array<string, mixed> $query
     */
    private function find(array $query): array
    {
        $most = $query['limit'] ?? 1000;
        $records = [];
        foreach ($this->engine()->find(
            $query['kind'],
            $query['index'] ?? '',
            $query['values'] ?? [],
            $query['after'] ?? 0,
            $most,
            $query['where'] ?? [],
            $query['order'] ?? [],
        ) as $record) {
            $records[] = $record;
            if (count($records) === $most) {
                break;
            }
        }
        return self::ok(self::json($records));
    }

    private function begin(string $document): array
    {
        $this->session = $this->engine()->session($document);
        return self::ok();
    }

    private function feed(string $bytes): array
    {
        $this->session()->feed($bytes);
        return self::ok();
    }

    // A piece of output is two messages: the stream's name and the bytes.
    private function take(): array
    {
        foreach ($this->session()->take() as $stream => $bytes) {
            return [['ok', $stream], ['ok', $bytes]];
        }
        return [['none', '']];
    }

    private function end(): array
    {
        $this->session()->close();
        $this->session = null;
        return self::ok();
    }

    private function engine(): Engine
    {
        return $this->engine ?? throw new UnexpectedValueException('no engine is open');
    }

    private function session(): Session
    {
        return $this->session ?? throw new UnexpectedValueException('no session has begun');
    }

    private static function json(array|object $value): string
    {
        return json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_UNESCAPED_SLASHES
            | JSON_THROW_ON_ERROR);
    }

    /**
     * @return list<array{string, string}>
     */
    private static function ok(string $text = ''): array
    {
        return [['ok', $text]];
    }
}

// PHP would print a warning between the messages.
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});

// A message: a word, the number of its bytes, the end of the line, the bytes, the end of the line.
$door = new Door();
try {
    while (($head = fgets(STDIN)) !== false) {
        if (preg_match('/^([a-z]+) (\d{1,9})\n$/D', $head, $parts) !== 1) {
            throw new UnexpectedValueException("no message begins so: $head");
        }
        $bytes = stream_get_contents(STDIN, (int) $parts[2] + 1);
        if (strlen($bytes) !== (int) $parts[2] + 1 || !str_ends_with($bytes, "\n")) {
            throw new UnexpectedValueException('a message is torn');
        }
        foreach ($door->carryOut($parts[1], substr($bytes, 0, -1)) as [$word, $text]) {
            fwrite(STDOUT, $word . ' ' . strlen($text) . "\n$text\n");
        }
    }
} catch (Throwable $problem) {
    // Whoever speaks to this program has a defect, or the package has one: then the trace helps.
    $told = $problem instanceof UnexpectedValueException ? $problem->getMessage() : (string) $problem;
    fwrite(STDERR, "tell.php: $told\n");
    exit(2);
}
