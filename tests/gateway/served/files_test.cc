#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/gateway/served/stand.h"
#include "tests/support/janitor.h"

namespace voronka::testing {
namespace {

using ::testing::StartsWith;

// A folder like a build of the web client; beside it is a file that must not be served.
class FolderOfFiles {
 public:
  FolderOfFiles() {
    Write("secret.txt", "secret");
    Write("site/index.html", "<p>page</p>");
    Write("site/assets/app-1a2b.js", "let app;");
    Write("site/assets/app-1a2b.js.br", "brotli");
    Write("site/assets/app-1a2b.js.gz", "gzip");
    Write("site/.hidden", "hidden");
    Write("shop/index.html", "<p>shop</p>");
    std::filesystem::create_symlink(janitor_.folder() / "secret.txt", janitor_.folder() / "site/link.txt");
  }

  config::v1::Gateway Served() const {
    config::v1::Gateway configuration;
    auto& folder = *configuration.add_folders();
    folder.set_path("/");
    folder.set_source_folder(janitor_.folder() / "site");
    folder.set_single_page(true);
    auto& shop = *configuration.add_folders();
    shop.set_path("/shop/");
    shop.set_source_folder(janitor_.folder() / "shop");
    return configuration;
  }

 private:
  void Write(const std::string& name, const std::string& content) {
    const auto file = janitor_.folder() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << content;
  }

  const Janitor janitor_;
};

class Files : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    backend = std::make_unique<Backend>(Always({}));
    gateway = std::make_unique<LoneGateway>(backend->address(), FolderOfFiles().Served());
  }
  static void TearDownTestSuite() {
    gateway.reset();
    backend.reset();
  }

  HttpAnswer Get(const std::string& path, const HttpHeaders& headers = {}, const std::string& verb = "GET") {
    return http_.Ask({.verb = verb, .path = path, .headers = headers});
  }

  static constexpr char kScript[] = "/assets/app-1a2b.js";
  static inline std::unique_ptr<Backend> backend;
  static inline std::unique_ptr<LoneGateway> gateway;
  HttpClient http_{gateway->address()};
};

TEST_F(Files, AreServedWithTheirType) {
  const HttpAnswer answer = Get(kScript);

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "let app;");
  EXPECT_THAT(answer.header("content-type"), StartsWith("text/javascript"));
}

TEST_F(Files, AreFoundWithoutTheLastSlashOfTheirFolder) {
  EXPECT_EQ(Get("/shop/").body, "<p>shop</p>");
  const HttpAnswer answer = Get("/shop");
  EXPECT_EQ(answer.status, 301);
  EXPECT_EQ(answer.header("location"), "/shop/");
  EXPECT_EQ(Get("/shop?utm_source=ya").header("location"), "/shop/?utm_source=ya");
  EXPECT_EQ(Get("/shopping").body, "<p>page</p>");
  EXPECT_EQ(Get("/shop", {}, "POST").status, 405);
}

TEST_F(Files, SayWhatTimeItIs) { EXPECT_THAT(Get("/").header("date"), ::testing::EndsWith(" GMT")); }

TEST_F(Files, AreCompressedForClientsThatAcceptIt) {
  EXPECT_EQ(Get(kScript, {{"accept-encoding", "gzip, deflate, br"}}).body, "brotli");
  const HttpAnswer answer = Get(kScript, {{"accept-encoding", "gzip"}});
  EXPECT_EQ(answer.body, "gzip");
  EXPECT_EQ(answer.header("content-encoding"), "gzip");
  EXPECT_EQ(answer.header("vary"), "accept-encoding");
  EXPECT_EQ(Get(kScript, {{"accept-encoding", "br;q=0, gzip;q=0"}}).body, "let app;");
}

TEST_F(Files, AreNotSentAgainToAClientThatHasThem) {
  const std::string etag = Get(kScript).header("etag");
  ASSERT_NE(etag, "");

  for (const std::string& known : {etag, "\"other\", " + etag, "W/" + etag, std::string("*")}) {
    const HttpAnswer answer = Get(kScript, {{"if-none-match", known}});
    EXPECT_EQ(answer.status, 304) << known;
    EXPECT_EQ(answer.body, "");
    EXPECT_EQ(answer.header("etag"), etag);
  }
  EXPECT_EQ(Get(kScript, {{"if-none-match", "\"other\""}}).status, 200);
}

TEST_F(Files, HaveDifferentTagsForDifferentContentInEachEncoding) {
  EXPECT_NE(Get(kScript).header("etag"), Get(kScript, {{"accept-encoding", "br"}}).header("etag"));
}

TEST_F(Files, AreCachedForeverOnlyWithADigestInTheName) {
  EXPECT_THAT(Get(kScript).header("cache-control"), ::testing::HasSubstr("immutable"));
  EXPECT_EQ(Get("/").header("cache-control"), "no-cache");
}

TEST_F(Files, AnswerHeadWithoutTheirContent) {
  const HttpAnswer answer = Get(kScript, {}, "HEAD");

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "8");
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(Get("/").body, "<p>page</p>") << "the connection has been left out of step";
}

TEST_F(Files, AreReadOnly) {
  const HttpAnswer answer = Get(kScript, {}, "PUT");

  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.header("allow"), "GET, HEAD");
}

TEST_F(Files, InOtherFoldersAreNotServed) {
  for (const char* path : {"/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
                           "//secret.txt", "/assets/..\\..\\secret.txt", "/../site/index.html", "/secret.txt"}) {
    const HttpAnswer answer = Get(path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_THAT(answer.body, ::testing::Not(::testing::HasSubstr("secret"))) << path;
  }
}

TEST_F(Files, AreNotServedIfHiddenOrSymbolicLinks) {
  EXPECT_EQ(Get("/.hidden").status, 404);
  EXPECT_EQ(Get("/link.txt").status, 404);
}

TEST_F(Files, FallBackToTheIndexForPagesOfTheClient) {
  EXPECT_EQ(Get("/").body, "<p>page</p>");
  EXPECT_EQ(Get("/deals/7").body, "<p>page</p>");
  EXPECT_EQ(Get("/deals/7?tab=tasks").body, "<p>page</p>");
  EXPECT_EQ(Get("/nothing.js").status, 404);
}

}  // namespace
}  // namespace voronka::testing
