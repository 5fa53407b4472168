#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ConfigurationVersionsTest : public ::testing::Test {
 protected:
  client::Client& olga() { return office_.olga; }

  Pipeline Sales() { return olga().Call<Pipeline>(GettingPipeline("sales")); }

  void Rename(const std::string& name) {
    auto sales = Sales();
    sales.set_name(name);
    olga().Call<Pipeline>(Updating(sales));
  }

  GetConfigurationVersionResponse Version(int64_t version) {
    GetConfigurationVersionRequest request;
    request.set_version(version);
    return olga().Call<GetConfigurationVersionResponse>(request);
  }

  Office office_;
};

TEST_F(ConfigurationVersionsTest, EachCallMakesOne) {
  const auto before = VersionsOf(olga()).size();
  Rename("Опт");
  Apply(olga(), ApplyingFile(PipelineText("a", "default_for_inquiries: true\n") + PipelineText("b")));
  const auto versions = VersionsOf(olga());
  ASSERT_EQ(versions.size(), before + 2);
  EXPECT_EQ(versions[0].version(), static_cast<int64_t>(before) + 2);
  EXPECT_EQ(versions[0].kind(), ConfigurationVersion::KIND_APPLIED);
  EXPECT_EQ(versions[1].kind(), ConfigurationVersion::KIND_EDITED);
  EXPECT_EQ(versions[1].actor_user_id(), office_.olga_id());
}

TEST_F(ConfigurationVersionsTest, AChangeThatChangesNothingMakesNone) {
  const auto before = VersionsOf(olga()).size();
  olga().Call<Pipeline>(Updating(Sales()));
  EXPECT_EQ(VersionsOf(olga()).size(), before);
}

TEST_F(ConfigurationVersionsTest, TellWhatTheyChanged) {
  const auto former = Sales().name();
  Rename("Опт");
  const auto version = Version(Exported(olga()).version());
  const auto& differences = version.differences();
  ASSERT_EQ(differences.size(), 1);
  EXPECT_EQ(differences[0].path(), "pipelines[\"sales\"].name");
  EXPECT_EQ(differences[0].before(), former);
  EXPECT_EQ(differences[0].after(), "Опт");
  EXPECT_THAT(differences[0].names(), ElementsAre("Опт"));
}

TEST_F(ConfigurationVersionsTest, AreReadAsTheyWere) {
  std::vector<std::string> files = {ExportedAt(olga(), Exported(olga()).version()).file()};
  const auto first = Exported(olga()).version();
  Rename("Опт");
  files.push_back(Exported(olga()).file());
  Apply(olga(), ApplyingSolution("small"));
  files.push_back(Exported(olga()).file());
  Apply(olga(), ApplyingFile(PipelineText("others"), true));
  files.push_back(Exported(olga()).file());
  for (size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(ExportedAt(olga(), first + static_cast<int64_t>(i)).file(), files[i]) << i;
  }
}

TEST_F(ConfigurationVersionsTest, AreReturnedTo) {
  const auto before = Exported(olga());
  Rename("Опт");
  Apply(olga(), ApplyingSolution("small"));
  const auto there = Exported(olga());
  const auto back = Apply(olga(), RollingBackTo(before.version()));
  EXPECT_EQ(Exported(olga()).file(), before.file());
  EXPECT_EQ(back.version(), there.version() + 1);
  EXPECT_EQ(VersionsOf(olga())[0].restored_version(), before.version());
  Apply(olga(), RollingBackTo(there.version()));
  EXPECT_EQ(Exported(olga()).file(), there.file());
}

TEST_F(ConfigurationVersionsTest, AFormKeepsItsAddressThroughThem) {
  CreateFormRequest create;
  create.mutable_form()->set_name("Сайт");
  const auto form = olga().Call<Form>(create);
  EXPECT_EQ(form.code(), "form_" + form.key().substr(0, 8));
  const auto version = Exported(olga()).version();
  Apply(olga(), RollingBackTo(version - 1));
  EXPECT_THAT(olga().Call<ListFormsResponse>(ListFormsRequest()).forms(), IsEmpty());
  Apply(olga(), RollingBackTo(version));
  const auto forms = olga().Call<ListFormsResponse>(ListFormsRequest()).forms();
  ASSERT_EQ(forms.size(), 1);
  EXPECT_EQ(forms[0].key(), form.key());
  EXPECT_EQ(forms[0].id(), form.id());
}

TEST_F(ConfigurationVersionsTest, AreListedInPages) {
  for (const auto* name : {"Раз", "Два", "Три"}) Rename(name);
  ListConfigurationVersionsRequest request;
  request.set_page_size(2);
  const auto first = olga().Call<ListConfigurationVersionsResponse>(request);
  ASSERT_EQ(first.versions_size(), 2);
  request.set_page_token(first.next_page_token());
  const auto second = olga().Call<ListConfigurationVersionsResponse>(request);
  EXPECT_EQ(second.versions(0).version(), first.versions(1).version() - 1);
}

TEST_F(ConfigurationVersionsTest, AFormsCodeIsTakenOnce) {
  CreateFormRequest create;
  create.mutable_form()->set_name("Сайт");
  create.mutable_form()->set_code("site");
  olga().Call<Form>(create);
  EXPECT_EQ(FailureOf(olga(), create).reason(), "CODE_TAKEN");
}

TEST_F(ConfigurationVersionsTest, AnotherAccountsAreNotThere) {
  Office other;
  Rename("Опт");
  GetConfigurationVersionRequest request;
  request.set_version(VersionsOf(olga())[0].version());
  EXPECT_EQ(FailureOf(other.olga, request).reason(), "NOT_FOUND");
}

}  // namespace
}  // namespace voronka::testing
