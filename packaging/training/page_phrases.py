"""The words of sites around their articles, from which pages for training are made. Written for this purpose; of no one site."""

from __future__ import annotations


def _lines(text: str) -> list[str]:
    """Return the phrases, several to a line and parted by broken bars."""
    return [each.strip() for line in text.strip().splitlines() for each in line.split("¦")]


SECTIONS = _lines("""
    Home ¦ News ¦ World ¦ U.S. ¦ UK ¦ Politics ¦ Business ¦ Markets ¦ Economy ¦ Technology ¦ Science ¦ Health
    Environment ¦ Climate ¦ Sport ¦ Sports ¦ Football ¦ Cricket ¦ Tennis ¦ Rugby ¦ Opinion ¦ Editorials
    Letters ¦ Columnists ¦ Culture ¦ Arts & Entertainment ¦ Entertainment ¦ Film ¦ Music ¦ Books ¦ TV
    Lifestyle ¦ Food ¦ Recipes ¦ Travel ¦ Fashion ¦ Style ¦ Real Estate ¦ Jobs ¦ Cars ¦ Motoring ¦ Education
    Family ¦ Money ¦ Personal Finance ¦ Weather ¦ Video ¦ Videos ¦ Photos ¦ Galleries ¦ Podcasts ¦ Obituaries
    Classifieds ¦ Crosswords ¦ Puzzles ¦ Horoscopes ¦ Local ¦ Local News ¦ Community ¦ Crime ¦ Courts ¦ Traffic
    Africa ¦ Americas ¦ Asia ¦ Europe ¦ Middle East ¦ Australia ¦ Canada ¦ India ¦ China ¦ Latin America
    Celebrity ¦ Gadgets ¦ Gaming ¦ Reviews ¦ Features ¦ In Depth ¦ Investigations ¦ Live ¦ Latest News
    Breaking News ¦ Trending ¦ Most Popular ¦ Magazine ¦ Archive ¦ Special Reports ¦ Events ¦ Shop ¦ Deals
    Store ¦ E-paper ¦ Today's Paper ¦ High School Sports ¦ NFL ¦ NBA ¦ MLB ¦ NHL ¦ Golf ¦ Boxing ¦ Formula 1
    Olympics
""")
TOP = _lines("""
    Skip to main content ¦ Skip to content ¦ Skip to navigation ¦ Menu ¦ Search ¦ Search for: ¦ Close ¦ Log in
    Log In / Sign Up ¦ Sign in ¦ Sign up ¦ Register ¦ Subscribe ¦ Subscribe now ¦ Subscribe for $1 ¦ My Account
    Your account ¦ Edition ¦ International Edition ¦ Newsletters ¦ Advertise with us ¦ Toggle navigation
    Show more ¦ More ¦ Open menu ¦ Follow us ¦ Get the app ¦ Notifications ¦ Set weather ¦ Today's e-edition
    Welcome back ¦ Log out ¦ Loading... ¦ Donate ¦ Become a member ¦ Advertisement ¦ Trending: ¦ Breaking:
    LIVE ¦ Ad choices
""")
COOKIES = _lines("""
    We use cookies to give you the best experience on our website. By continuing to browse you agree to our use of cookies.
    This site uses cookies. By using this site you accept our Privacy Policy and Terms of Service.
    We and our partners store and access information on a device, such as cookies, and process personal data.
    Please enable JavaScript to view this page properly.
    You are using an outdated browser. Please upgrade your browser to improve your experience.
    Accept all cookies ¦ I agree ¦ Got it! ¦ Manage preferences
    You have 3 free articles remaining this month. Subscribe to read as much as you like.
    This copy is for your personal, non-commercial use only.
    Our site no longer supports this version of your browser.
    It looks like you are using an ad blocker. We rely on advertising to pay for our journalism; please switch it off for this site.
""")  # noqa: E501
SHARE = _lines("""
    Share ¦ Share this ¦ Share this article ¦ Share on Facebook ¦ Share on Twitter ¦ Share via email ¦ Facebook
    Twitter ¦ Tweet ¦ Email ¦ E-mail ¦ Print ¦ Print this page ¦ LinkedIn ¦ WhatsApp ¦ Reddit ¦ Pinterest
    Flipboard ¦ Telegram ¦ Copy link ¦ Copy this link ¦ Save ¦ Save for later ¦ Bookmark ¦ Comments ¦ 0 comments
    Comment ¦ Leave a comment ¦ Like ¦ Follow ¦ Google+ ¦ A A A ¦ Text size ¦ Listen to this article ¦ shares
    12 shares ¦ View comments ¦ Share this story ¦ Click to share on Twitter (Opens in new window)
    Click to share on Facebook (Opens in new window) ¦ Send any friend a story ¦ Give this article
    Show caption ¦ Hide caption ¦ View gallery ¦ Embed
""")
ADS = _lines("""
    Advertisement ¦ ADVERTISEMENT ¦ Advertising ¦ Story continues below ¦ Story continues below advertisement
    Article continues below ¦ Continue reading below ¦ Sponsored ¦ Sponsored content ¦ Promoted ¦ Loading
    Play video ¦ Watch: the video below ¦ Image ¦ Open gallery view ¦ View this post on Instagram
    Scroll to continue ¦ - Advertisement - ¦ Read full article ¦ Up next ¦ Skip advertisement
    Skip past newsletter promotion
""")
POINTERS = _lines("""
    Also read: ¦ Read also: ¦ ALSO READ | ¦ Read more: ¦ READ MORE: ¦ See also: ¦ Related: ¦ RELATED:
    Related story: ¦ More: ¦ MORE: ¦ Watch: ¦ Opinion: ¦ Analysis: ¦ Read: ¦ [Read more:] ¦ [Related:]
    From the archive: ¦ Don't miss: ¦ Explainer:
""")
RELATED = _lines("""
    Related ¦ Related stories ¦ Related Articles ¦ Related topics ¦ Related content ¦ RELATED STORIES
    More from this section ¦ More on this story ¦ More stories ¦ More News ¦ More from News ¦ More in World
    Most read ¦ Most popular ¦ Most viewed ¦ Most shared ¦ Popular now ¦ Trending now ¦ Trending stories
    Top stories ¦ Top Stories ¦ Latest news ¦ Latest ¦ Recommended ¦ Recommended for you ¦ Recommended stories
    You may also like ¦ You might also like ¦ You may like ¦ Editor's picks ¦ Editors' Picks ¦ Don't miss
    What to read next ¦ Read next ¦ Up next ¦ Next story ¦ Previous story ¦ From the web ¦ From our partners
    Around the web ¦ Sponsored stories ¦ Promoted stories ¦ Featured ¦ In case you missed it ¦ Today's headlines
    Other stories ¦ Also in the news ¦ The latest ¦ Recent posts ¦ Elsewhere ¦ In pictures ¦ Must reads
    Keep reading
""")
CALLS = _lines("""
    Read more ¦ Read More ¦ Read more » ¦ Continue reading ¦ Full story ¦ More ¦ Watch now ¦ View
    Read full story ¦ [+] More ¦ Click here ¦ Learn more ¦ Shop now
""")
NEWSLETTER = _lines("""
    Sign up for our newsletter ¦ Sign up for our daily newsletter and get the day's top stories in your inbox.
    Get the best of our journalism delivered to your inbox every morning. ¦ Enter your email address
    Email address ¦ Your email address ¦ By signing up you agree to our Terms of Service and Privacy Policy.
    You can unsubscribe at any time. ¦ Invalid email ¦ Thank you for signing up!
    Thanks for subscribing! Please check your email for further instructions. ¦ Subscribe to our newsletter
    Subscribe today to get full access to all our stories.
    Never miss a story: follow us on Facebook and Twitter. ¦ Download our app for the latest news on the move.
    Get alerts ¦ Follow us on Twitter and like our page on Facebook.
    Please support independent journalism. Your contribution, however small, makes our work possible.
    If you liked this story, sign up for our weekly newsletter, a handpicked selection of features.
    Get our free updates ¦ Newsletter ¦ The Morning Briefing ¦ Subscribe now for the latest news and updates.
    An error has occurred. Please try again later. ¦ Be the first to know
    Want more stories like this? Subscribe to read them all.
    Do you have a story for us? Contact our newsroom by email or on social media.
""")
COMMENTS = _lines("""
    Comments ¦ COMMENTS ¦ 3 Comments ¦ Comments (12) ¦ Join the conversation ¦ Join the discussion
    Leave a reply ¦ View all comments ¦ Show comments ¦ Sort by: Newest ¦ Please log in to comment
    Reader comments ¦ Conversation ¦ Have your say ¦ This discussion is now closed.
    Comments are moderated before they are published.
""")
REPLIES = _lines("""
    Reply ¦ Reply · Like ¦ Like · Reply · Share ¦ Report ¦ Report abuse ¦ Flag ¦ Recommend ¦ 3 likes ¦ Share
    Upvote ¦ Reply to this comment
""")
FOOTER = _lines("""
    About ¦ About us ¦ Contact ¦ Contact us ¦ Careers ¦ Work for us ¦ Help ¦ Help center ¦ FAQ ¦ Terms
    Terms of Use ¦ Terms and conditions ¦ Terms of Service ¦ Privacy ¦ Privacy Policy ¦ Cookie Policy
    Cookie settings ¦ Do not sell my personal information ¦ California privacy rights ¦ Ad choices ¦ Advertise
    Media kit ¦ Site map ¦ Sitemap ¦ RSS ¦ RSS feeds ¦ Corrections ¦ Complaints ¦ Accessibility ¦ Code of ethics
    Licensing ¦ Syndication ¦ Press ¦ Investors ¦ Back to top ¦ Top ¦ Follow us ¦ Facebook ¦ Twitter ¦ Instagram
    YouTube ¦ Mobile ¦ Apps ¦ Subscribe ¦ Newsletters ¦ Archives ¦ Gift subscriptions ¦ Customer service
    Manage subscription ¦ © 2019 All rights reserved. ¦ Copyright © 2020 News Media Ltd. All rights reserved.
    Copyright 2018 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
    All content is copyright of its owners. Registered in England and Wales.
    This material may not be published, broadcast, rewritten, or redistributed without permission.
    The views expressed in the contents above are those of our users and do not necessarily reflect the views of the publisher.
    We are not responsible for the content of external sites.
    Use of this site constitutes acceptance of our User Agreement and Privacy Policy.
    Market data provided by third parties. Quotes delayed at least 15 minutes. ¦ Powered by WordPress
""")  # noqa: E501
NAMES = _lines("""
    Anna ¦ Thomas ¦ Priya ¦ Sharma ¦ Miller ¦ Garcia ¦ Chen ¦ Okafor ¦ Novak ¦ Laura ¦ James ¦ Wilson ¦ Fatima
    Hassan ¦ Peter ¦ Jansen ¦ Maria ¦ Rossi ¦ David ¦ Cohen ¦ Susan ¦ Baker ¦ Kenji ¦ Sato ¦ Emily ¦ Clarke
    Rahul ¦ Mehta ¦ Sophie ¦ Martin ¦ Daniel ¦ Murphy ¦ Olga ¦ Petrova ¦ Lucas ¦ Silva ¦ Grace ¦ Kim ¦ Ahmed
    Khan
""")
MONTHS = _lines(
    "January ¦ February ¦ March ¦ April ¦ May ¦ June ¦ July ¦ August ¦ September ¦ October ¦ November ¦ December"
)
