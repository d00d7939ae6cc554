"""Small pages written for the tests."""

REWRITE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Velmar leader says sorry | The Second Look</title>
<meta property="og:site_name" content="The Second Look"><meta name="author" content="Jo Berg">
<link rel="canonical" href="/a/1"><meta property="article:published_time" content="2025-01-06T09:30:00+01:00">
<meta property="article:modified_time" content="2025-02-01T00:00:00Z"></head>
<body><header><nav><a href="/">Home</a> <a href="/w">World</a></nav></header>
<article><h1>Velmar leader says sorry, Tarnia reports</h1>
<p>In an interview, President Oda said that the leader of Velmar had apologised for the shelling of two villages. She
rejected the apology and called him a liar for letting it go on so long.</p>
<p><a href="https://agency.example/story/55">Read the original article here</a></p>
<p>The apology, told in an interview, is a puzzle. <b>Oda</b> said &ldquo;it was <i>late</i>&rdquo;. The two countries share a
long border, and nobody had expected it to stay quiet for so long, said observers of the region.</p>
<blockquote><p>We are sorry for what happened, and we mean it.</p></blockquote>
<p>Second paragraph of the comment, with a <a href="https://x.example/2">link</a> inside and a line<br>break too. There are
enough words here for the page to be taken for an article and not for a list of links.</p>
</article><div class="comments"><h3>Comments</h3><p>Reader: I do not believe a word.</p></div>
<footer>Copyright 2019 The Second Look</footer></body></html>"""

UNDATED = """<!doctype html><html><head><title>Ferry runs again</title></head><body><article><h1>Ferry runs again</h1>
<p>The ferry between the two banks runs again after a week of fog, the harbour office said on Monday in a short note.</p>
<p>Traders on both sides had asked for it, said Ms Lind, who sells fish at the landing and had lost a week of income.</p>
</article><footer>&copy; 2019 Harbour Post. Updated 3 March 2020.</footer></body></html>"""

EMPTY = """<!doctype html><html><head><title>Loading</title><script>var app = 1;</script></head>
<body><div id="app"></div></body></html>"""
