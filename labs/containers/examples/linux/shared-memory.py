def add_with_pen(cell):
    for _ in range(100_000):
        with cell.get_lock():
            cell.value += 1


# tag::see[]
from multiprocessing import Process, Value

def add(cell):
    for _ in range(100_000):
        cell.value += 1        # read, add, write back: three steps

if __name__ == "__main__":
    cell = Value("i", 0)
    workers = [Process(target=add, args=(cell,)) for _ in range(2)]
    for w in workers: w.start()
    for w in workers: w.join()
    print(cell.value)
# end::see[]

    # Who wins this race is chance, and now and then nothing is lost.
    for _ in range(200):
        if cell.value < 200_000:
            break
        cell = Value("i", 0)
        workers = [Process(target=add, args=(cell,)) for _ in range(2)]
        for w in workers: w.start()
        for w in workers: w.join()
    assert cell.value < 200_000, "no addition was ever lost"

    for _ in range(3):
        cell = Value("i", 0)
        workers = [Process(target=add_with_pen, args=(cell,)) for _ in range(2)]
        for w in workers: w.start()
        for w in workers: w.join()
        assert cell.value == 200_000, f"{cell.value}, although with a lock"
