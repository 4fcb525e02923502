"""``homeward sample`` as a user calls it."""

from click.testing import CliRunner

from homeward.cli import main


def call(*arguments):
    return CliRunner().invoke(main, ["sample", *map(str, arguments)])


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        done = call("us-mo", "--people", 300, "--seed", 5, "--out", tmp_path / name)
        assert done.exit_code == 0
        assert "300 people" in done.stdout
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_another_seed_gives_other_people(tmp_path):
    for seed in (1, 2):
        call("us-mo", "--people", 300, "--seed", seed, "--out", tmp_path / str(seed))
    one, two = files_of(tmp_path / "1"), files_of(tmp_path / "2")
    assert one["charges.parquet"] != two["charges.parquet"]


def test_a_place_without_distributions_is_named_with_those_that_have_them(tmp_path):
    done = call("us-zz", "--people", 5, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "us-zz" in done.stderr
    assert "us-mo" in done.stderr
    assert not (tmp_path / "out").exists()
