# Adds up pytest's last lines: "2 passed in 1.50s" and "1 failed, 3 passed in 2.00s" are "1 failed, 5 passed in 3.50s".

{
    sub(/^=+ /, "")
    seconds = $0
    sub(/^.* in /, "", seconds)
    total += seconds
    sub(/ in [0-9.]+s.*/, "")
    for (i = split($0, parts, ", "); i > 0; i--)
        if (split(parts[i], words, " ") == 2) {
            sub(/^(error|warning)$/, "&s", words[2])
            counts[words[2]] += words[1]
        }
}

END {
    number = split("failed passed skipped xfailed xpassed warnings errors", order, " ")
    for (i = 1; i <= number; i++)
        if (counts[order[i]])
            line = line (line ? ", " : "") counts[order[i]] " " order[i]
    printf "%s in %.2fs\n", line ? line : "no tests ran", total
}
