#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::testing {

inline crm::v1::SearchRequest Searching(const std::string& query) {
  crm::v1::SearchRequest request;
  request.set_query(query);
  return request;
}

// An office whose changes the search follows.
struct SearchOffice : Office {
  SearchOffice() { Crm().FollowForSearch(); }

  // As `DEAL Окна`.
  static std::vector<std::string> Results(client::Client& who, const crm::v1::SearchRequest& request) {
    std::vector<std::string> found;
    const auto response = who.Call<crm::v1::SearchResponse>(request);
    for (const auto& result : response.results()) {
      const std::string kind = crm::v1::SearchResult::Kind_Name(result.kind());
      found.push_back(kind.substr(std::string("KIND_").size()) + " " + result.name());
    }
    return found;
  }
  std::vector<std::string> Found(const std::string& query) { return Results(anna, Searching(query)); }

  bool BecomesFound(client::Client& who, const std::string& query, const std::vector<std::string>& results) {
    return Eventually([&] { return Results(who, Searching(query)) == results; });
  }
  bool BecomesFound(const std::string& query, const std::vector<std::string>& results) {
    return BecomesFound(anna, query, results);
  }

  crm::v1::Deal MakeDeal(const std::string& name, int64_t contact_id = 0) {
    auto request = NewDeal();
    request.mutable_deal()->set_name(name);
    request.mutable_deal()->set_contact_id(contact_id);
    return anna.Call<crm::v1::Deal>(request);
  }

  // Everything that was written so far is in the index.
  void CatchUp() {
    const auto mark = "отметка" + std::to_string(++marks_);
    MakeDeal(mark);
    if (!BecomesFound(mark, {"DEAL " + mark})) throw std::runtime_error("the search stands still");
  }

 private:
  int marks_ = 0;
};

}  // namespace voronka::testing
