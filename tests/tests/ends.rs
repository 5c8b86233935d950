//! A few rounds of the trial that ends the real program at random moments; `cargo xtask soak kills`
//! does two hundred.

use outturn_tests::kills;

#[test]
fn what_was_acknowledged_is_there_after_the_program_was_ended() {
    let counts = kills::run(5, 20_260_701, &mut |_| {}).unwrap();
    assert_eq!(counts.kills, 5);
    assert!(counts.acknowledged > 5, "{counts:?}");
}
