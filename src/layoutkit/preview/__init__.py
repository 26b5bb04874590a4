"""A local page that shows figures while they are written, and the tokens that draw them.

    launch      binds a port of this machine and opens the page
    app         addresses, and what is answered there
    guard       who may ask: this page alone
    session     what the page shows now, and who hears of changes
    watch       which files have changed
    keeper      starts the worker process, and ends it where it does not come back
    worker      the loop of that process: a question in, an answer out
    warm        what stays in its memory: scripts, themes, fonts, placements

Figures run in the worker alone, so whatever a script does, the page lives on.
"""
