from timeline.charts.packing import share_rows


def test_rows_go_to_those_who_need_them_and_small_needs_are_met_first():
    assert share_rows([1, 2, 9, 9], 11) == [1, 2, 4, 4]
    assert share_rows([3, 3], 10) == [3, 3]


def test_every_lane_keeps_a_row_even_where_there_are_too_few():
    assert share_rows([5, 5, 5], 1) == [1, 1, 1]
