<?php

/**
 * A training term, end to end, in PHP: the organisation, its catalogue and people, enrolments, the LMS, results,
 * finalising and the statutory files. Everything the library does here any host can do: it opens a store, begins a
 * session per file, feeds bytes, takes what comes out. The library opens no file but its store.
 *
 *     php term.php INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Engine;
use Provost\Exception\ProvostException;
use Provost\Session;

require __DIR__ . '/../bindings/php/autoload.php';

/** Output files: each is written beside its place and moved there when it is complete and says something new. */
final class Outputs
{
    /** @var array<string, resource> */
    private array $open = [];

    public function __construct(private readonly string $folder)
    {
    }

    public function append(string $name, string $bytes): void
    {
        if (!isset($this->open[$name])) {
            $path = "$this->folder/$name.part";
            is_dir(dirname($path)) || mkdir(dirname($path), recursive: true);
            $this->open[$name] = fopen($path, 'wb');
        }
        fwrite($this->open[$name], $bytes);
    }

    // In the order in which they were begun: a manifest comes after the files that it names.
    public function finish(): void
    {
        foreach ($this->open as $name => $file) {
            fclose($file);
            $path = "$this->folder/$name";
            if (is_file($path) && hash_file('sha256', $path) === hash_file('sha256', "$path.part")) {
                unlink("$path.part");
            } else {
                rename("$path.part", $path);
            }
        }
        $this->open = [];
    }
}

/** The term: each step is a session, in the order in which they happen. */
final class Term
{
    /** The files in the order in which they are read, and what the library calls them. */
    private const BEFORE_LMS = [
        ['file' => 'organisation.json', 'session' => 'organisation'],
        ['file' => 'templates.csv', 'session' => 'import', 'preset' => 'catalogue'],
        ['file' => 'prerequisites.csv', 'session' => 'import', 'preset' => 'prerequisites'],
        ['file' => 'courses.csv', 'session' => 'import', 'preset' => 'catalogue'],
        ['file' => 'learners.csv', 'session' => 'import', 'preset' => 'learners'],
        ['file' => 'programs.csv', 'session' => 'import', 'preset' => 'programs'],
        ['file' => 'prior_achievements.csv', 'session' => 'import', 'preset' => 'prior_achievements'],
        // Refused rows are explained.
        ['file' => 'enrolments.csv', 'session' => 'import', 'preset' => 'enrolments', 'detail' => 'reason'],
    ];
    private const AFTER_LMS = [
        ['file' => 'lms_results.csv', 'session' => 'import', 'preset' => 'results'],
        ['file' => 'finalise.csv', 'session' => 'import', 'preset' => 'finalise'],
    ];
    private const STATUTORY = ['session' => 'statutory', 'collection_year' => 2026, 'submitted_on' => '2026-06-30'];
    private const REPORTS = ['problems' => 'problems.csv', 'explanations' => 'explanations.jsonl'];

    private readonly Engine $engine;
    private readonly Outputs $files;
    private readonly Session $lms;

    /** @var list<string> the summary's steps */
    private array $steps = [];

    public function __construct(
        private readonly string $input,
        private readonly string $output,
        private readonly string $zone,
        string $now,
    ) {
        is_dir("$output/lms/out") || mkdir("$output/lms/out", recursive: true);
        $this->files = new Outputs($output);
        $this->engine = Engine::open("$output/provost.db", now: $now);
    }

    public function run(): void
    {
        $this->files->append('problems.csv', "file,line,problem\n");
        $this->files->append('explanations.jsonl', '');
        array_map($this->import(...), self::BEFORE_LMS);
        $this->rememberLms();
        $this->provision('provisioning');
        array_map($this->import(...), self::AFTER_LMS);
        $this->provision('provisioning after finalising');
        $this->export('enrolment list', ['session' => 'enrolments']);
        $this->export('statutory files', self::STATUTORY);
        $this->verifyLms();
        $this->files->finish();
        $this->writeSummary();
    }

    /**
     * One session per file: feed it as it is read, take what it reports.
     *
     * @param array<string, string> $step
     */
    private function import(array $step): void
    {
        $session = $this->engine->session($step + ['zone' => $this->zone]);
        $path = "$this->input/{$step['file']}";
        $file = fopen($path, 'rb') ?: throw new RuntimeException("cannot read $path");
        while (!feof($file)) {
            $session->feed(fread($file, 1 << 16));
            $this->keep($session);
        }
        fclose($file);
        $this->tell($step['file'], $session->finish());
        $this->keep($session);
    }

    /**
     * @param array<string, mixed> $document
     */
    private function export(string $title, array $document): void
    {
        $session = $this->engine->session($document);
        $this->keep($session);
        $this->tell($title, $session->finish());
        $this->keep($session);
    }

    private function keep(Session $session): void
    {
        foreach ($session->take() as $stream => $bytes) {
            $this->files->append(self::REPORTS[$stream] ?? $stream, $bytes);
        }
    }

    // The LMS in memory forgets: what was sent in earlier runs is sent again. Its answers were heard then.
    private function rememberLms(): void
    {
        $this->lms = $this->engine->session(['session' => 'lms.memory']);
        $sent = "$this->output/lms/sent.jsonl";
        if (is_file($sent)) {
            // A kill may have torn the last line; its actions come again.
            $whole = file_get_contents($sent);
            $whole = substr($whole, 0, strrpos("\n$whole", "\n"));
            file_put_contents($sent, $whole);
            $this->lms->feed($whole);
            iterator_count($this->lms->take());
        }
    }

    // Many removals at once wait until somebody has looked at the plan and quotes its hash; here nobody looks.
    private function provision(string $title, string $approval = ''): void
    {
        $wanted = '';
        $session = $this->engine->session(['session' => 'lms.provision', 'worker' => 'term', 'approval' => $approval]);
        foreach ($session->take() as $stream => $bytes) {
            if ($stream === 'approval') {
                $wanted = $bytes;
            } else {
                $this->carryOut($session, $bytes);
            }
        }
        $this->tell($title, $session->finish());
        if ($wanted !== '') {
            $this->provision("$title, removals approved", $wanted);
        }
    }

    // Step mode: carry the actions out, write them down and into the drop folder, report the outcomes.
    private function carryOut(Session $session, string $actions): void
    {
        $this->lms->feed($actions);
        file_put_contents("$this->output/lms/sent.jsonl", $actions, FILE_APPEND);
        $drop = $this->engine->session(['session' => 'lms.file_drop', 'connection' => 'north', 'worker' => 'term']);
        $drop->feed($actions);
        $drop->finish();
        foreach ($drop->take() as $file => $bytes) {
            $this->files->append("lms/out/$file", $bytes);
        }
        foreach ($this->lms->take() as $outcomes) {
            $session->feed($outcomes);
        }
    }

    // Does the LMS look as it was agreed?
    private function verifyLms(): void
    {
        $this->lms->finish();
        $session = $this->engine->session(['session' => 'lms.observe', 'worker' => 'term']);
        foreach ($this->lms->take() as $listing) {
            $session->feed($listing);
        }
        $this->tell('LMS compared', $session->finish());
    }

    /**
     * @param array<string, mixed> $result
     */
    private function tell(string $step, array $result): void
    {
        $line = json_encode($result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
        echo stream_isatty(STDOUT) ? "\e[1m$step\e[0m" : $step, ": $line\n";
        $this->steps[] = "  {\"step\":\"$step\",\"result\":$line}";
    }

    private function writeSummary(): void
    {
        $journal = $this->engine->journal();
        $end = json_encode(['entries' => $journal->entries, 'chain' => $journal->chain]);
        $steps = implode(",\n", $this->steps);
        $summary = "{\"steps\":[\n$steps],\n\"state\":\"$journal->state\",\n\"journal\":$end}\n";
        file_put_contents("$this->output/summary.json", $summary);
        echo "state $journal->state, journal $journal->entries entries\n";
    }
}

$options = ['--now' => '2026-06-30T00:00Z', '--zone' => 'Australia/Melbourne'];
$folders = [];
for ($words = array_slice($argv, 1); $words !== [];) {
    $word = array_shift($words);
    isset($options[$word]) && $words !== [] ? $options[$word] = array_shift($words) : $folders[] = $word;
}
if (count($folders) !== 2) {
    fwrite(STDERR, "php term.php INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]\n");
    exit(2);
}
try {
    (new Term($folders[0], $folders[1], $options['--zone'], $options['--now']))->run();
} catch (ProvostException | RuntimeException $error) {
    fwrite(STDERR, "term.php: {$error->getMessage()}\n");
    exit(1);
}
