<?php

/**
 * Failures: one class per status, with code, place and parameters; and a library that can not be used.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Engine;
use Provost\Exception\InvalidException;
use Provost\Exception\InternalException;
use Provost\Exception\LimitException;
use Provost\Exception\NotFoundException;
use Provost\Exception\ProvostException;
use Provost\Exception\StorageException;
use Provost\Exception\UnsupportedException;
use Provost\Native\Call;
use Provost\Native\Library;
use Provost\Provost;

final class ExceptionsTest extends TestCase
{
    public function testEveryStatusHasItsClass(): void
    {
        $header = file_get_contents(__DIR__ . '/../resources/provost-ffi.h');
        $statuses = strstr(strstr($header, 'typedef enum provost_status'), '}', true);
        preg_match_all('/PROVOST_([A-Z_]+) = (\d)\b/', $statuses, $rows, PREG_SET_ORDER);
        $this->assertSame(10, count($rows));
        foreach ($rows as [, $name, $status]) {
            $error = ProvostException::of((int) $status, ['code' => 'x-y', 'message' => 'No.']);
            $this->assertSame($name === 'OK' ? 'internal' : strtolower($name), $error->status());
        }
        $this->assertSame(InternalException::class, ProvostException::of(99, [])::class);
    }

    public function testErrorsSayWhatAndWhere(): void
    {
        $engine = Story::engine();
        $error = $this->assertThrows(
            InvalidException::class,
            'date.malformed',
            fn () => $engine->register('ana', 'COOK-1', effective: 'yesterday'),
        );
        $this->assertSame(['/effective', 'invalid'], [$error->pointer, $error->status()]);
        $this->assertContains('[date.malformed at /effective]', $error->getMessage());
        $error = $this->assertThrows(
            InvalidException::class,
            'choice.unknown',
            fn () => $engine->finaliseUnit('ana', 'COOK-1', 'completed', '2026-05-05', detail: 'all'),
        );
        $this->assertTrue(isset($error->parameters['expected']) && $error->inputLine === 0);
    }

    public function testTheyStandWhereThePackageWasCalled(): void
    {
        $engine = Engine::open(':memory:');
        $line = __LINE__ + 1;
        $error = $this->assertThrows(NotFoundException::class, 'kind.unknown', fn () => $engine->get('dish', 1));
        $this->assertSame([__FILE__, $line], [$error->getFile(), $error->getLine()]);
        $line = __LINE__ + 1;
        $error = $this->assertThrows(InvalidException::class, 'handle.closed', function () use ($engine): void {
            $engine->close();
            $engine->register('ana', 'COOK-1');
        });
        $this->assertSame([__FILE__, $line + 2], [$error->getFile(), $error->getLine()]);
    }

    public function testTheySayWhatWasExpected(): void
    {
        $engine = Story::engine();
        $error = $this->assertThrows(NotFoundException::class, 'record.unknown', fn () => $engine->get('enrolment', 99));
        $this->assertSame('There is no enrolment 99.', $error->sentence);
        $verb = fn () => $engine->registration->registrLearner(course: 'COOK-1');
        $error = $this->assertThrows(NotFoundException::class, 'verb.unknown', $verb);
        $this->assertContains('registration.registr_learner; there is registration.register_learner.', $error->sentence);
        $key = fn () => $engine->people->defineLearner(frstName: 'Ann');
        $error = $this->assertThrows(InvalidException::class, 'key.unknown', $key);
        $this->assertSame(['/frst_name', 'first_name'], [$error->pointer, $error->parameters['meant']]);
        $index = fn () => $engine->find('learner', 'logins', ['ana'])->current();
        $error = $this->assertThrows(InvalidException::class, 'argument.invalid', $index);
        $this->assertContains('expected id, login(login_key)', $error->sentence);
        $schema = fn () => Provost::schema('registration.nothing');
        $error = $this->assertThrows(NotFoundException::class, 'kind.unknown', $schema);
        $this->assertContains('There is no such record kind: registration.nothing', $error->sentence);
    }

    public function testErrorsInFilesSayTheLine(): void
    {
        $import = ['session' => 'import', 'preset' => 'learners', 'file' => 'l.csv', 'zone' => 'UTC'];
        $session = Story::engine()->session($import);
        $session->feed("Login,Family name,Birth date,Client ID\n");
        $row = "ana,\"An\"a,2004-05-06,A1\n";
        $error = $this->assertThrows(InvalidException::class, 'file.malformed', fn () => $session->feed($row));
        $this->assertSame(['l.csv', 2], [$error->inputFile, $error->inputLine]);
        $this->assertContains('at l.csv:2', $error->getMessage());
        $this->assertThrows(InvalidException::class, 'file.malformed', fn () => $session->finish());
    }

    public function testTheOtherStatuses(): void
    {
        $engine = Engine::open(':memory:');
        $learner = ['provost' => 2, 'verb' => 'people.define_learner'] + Story::learner('ana', 'A1');
        $this->assertThrows(NotFoundException::class, 'kind.unknown', fn () => $engine->get('dish', 1));
        $error = $this->assertThrows(NotFoundException::class, 'kind.unknown', fn () => $engine->define('dish', []));
        $this->assertContains('kind dish; the verbs are organisation.define_provider, ', $error->sentence);
        $error = $this->assertThrows(InvalidException::class, 'field.missing', fn () => $engine->define('subject', []));
        $this->assertSame('/record/code', $error->pointer);
        $this->assertThrows(UnsupportedException::class, 'document.version', fn () => $engine->run($learner));
        $deep = str_repeat('[', 100);
        $this->assertThrows(LimitException::class, 'document.too-deep', fn () => $engine->run("{\"x-deep\":$deep"));
        $folder = $this->folder();
        $this->assertThrows(StorageException::class, 'store.read-only', fn () => Engine::open("$folder/none/term.db"));
        file_put_contents("$folder/note.db", str_repeat('This is no database. ', 100));
        $this->assertThrows(InvalidException::class, 'store.foreign', fn () => Engine::open("$folder/note.db"));
        $this->assertThrows(InvalidException::class, 'argument.invalid', fn () => Engine::open(''));
        $this->assertThrows(InvalidException::class, 'date.malformed', fn () => Engine::open(':memory:', now: 'today'));
    }

    public function testValuesThatAreNoJson(): void
    {
        $engine = Engine::open(':memory:');
        $bad = ['verb' => 'people.define_learner', 'family_name' => "\xff"];
        $this->assertThrows(InvalidException::class, 'document.malformed', fn () => $engine->run($bad));
        $cut = ['verb' => 'results.receive_grade', 'grade_percent' => 0.5];
        $error = $this->assertThrows(InvalidException::class, 'value.wrong-type', fn () => $engine->run($cut));
        $this->assertSame('/grade_percent', $error->pointer);
    }

    public function testBytesAreExact(): void
    {
        $this->assertSame("a\0b", Call::text('provost_text_new', "a\0b", 3));
        $this->assertSame('', Call::text('provost_text_new', '', 0));
        $this->assertSame(Library::ABI_VERSION, Library::ffi()->PROVOST_ABI_VERSION);
    }

    public function testALibraryThatCanNotBeUsedSaysWhatToDo(): void
    {
        $none = ['PROVOST_LIBRARY' => '/none.so'];
        $this->assertContains('PROVOST_LIBRARY', $this->opening($none, 'x-library.not-found'));
        $this->assertContains('opcache.preload', $this->opening([], 'x-library.restricted', '-d', 'ffi.enable=0'));
        $this->assertContains('ext-ffi', $this->opening([], 'x-library.no-ffi', '-n'));
        $other = ['PROVOST_LIBRARY' => $this->stub('provost_abi_version', 7)];
        $this->assertContains('interface 7; this package needs', $this->opening($other, 'x-library.version'));
        $less = ['PROVOST_LIBRARY' => $this->stub('provost_find', null)];
        $this->assertContains('Use the same version of both', $this->opening($less, 'x-library.version'));
    }

    /**
     * What another PHP says when it opens an engine.
     *
     * @param array<string, string> $environment
     */
    private function opening(array $environment, string $code, string ...$options): string
    {
        $script = 'require $argv[1]; try { Provost\Engine::open(":memory:"); } '
            . 'catch (Provost\Exception\LibraryException $error) { echo $error->errorCode, " ", $error->sentence; }';
        $command = [PHP_BINARY, ...$options, '-r', $script, '--', __DIR__ . '/../autoload.php'];
        [, $output] = $this->execute($command, $environment);
        $this->assertSame($code, strstr($output, ' ', true));
        return $output;
    }

    // A library with all functions of the header, except that one answers a number, or is missing.
    private function stub(string $function, ?int $number): string
    {
        $header = file_get_contents(__DIR__ . '/../resources/provost-ffi.h');
        preg_match_all('/\b(provost_\w+)\(/', $header, $names);
        $code = 'const char* provost_version(void) { return "9.9"; }';
        foreach (array_diff(array_unique($names[1]), ['provost_version', $function]) as $name) {
            $code .= "int $name(void) { return 0; }\n";
        }
        $code .= $number === null ? '' : "int $function(void) { return $number; }";
        $file = $this->folder() . '/libstub';
        file_put_contents("$file.c", $code);
        $this->assertSame(0, $this->execute(['gcc', '-shared', '-fPIC', '-o', "$file.so", "$file.c"])[0]);
        return "$file.so";
    }
}
