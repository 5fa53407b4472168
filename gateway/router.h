#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "gateway/http/handler.h"
#include "gateway/sessions/origin.h"

namespace voronka::gateway {

// Finds the handler of a request, by the longest prefix of its path, and adds the headers that every answer has: those
// that keep a browser safe, and those that let in the pages of other origins.
class Router final : public Handler {
 public:
  explicit Router(const Origins& origins) : origins_(origins) {}

  // `prefix` as `/session/`. The handler must outlive this. `body_limit` is for all of its requests; without it, the
  // handler says for each.
  void Add(std::string prefix, Handler& handler, std::optional<size_t> body_limit = {}) {
    routes_[std::move(prefix)] = {&handler, body_limit};
  }

  // The same for a folder of files, as `/demo/`. Who leaves the last slash out is sent there: links within the folder's
  // pages lead nowhere without it.
  void AddFolder(const std::string& path, Handler& handler) {
    Add(path, handler);
    folders_.insert(path);
  }

  Task<> Handle(Exchange& exchange) override;
  size_t BodyLimit(const Request& head) const override;
  bool StreamsBody(const Request& head) const override;

 private:
  struct Route {
    Handler* handler;
    std::optional<size_t> body_limit;
  };

  // Nothing: the request names no folder without its last slash.
  std::optional<Response> SentToFolder(const Request& request) const;
  // NULL: there is none.
  const Route* Find(std::string_view path) const;
  // Whether the request comes from a page of another origin that may call this handler; says so in the answer.
  bool AdmitForeign(Exchange& exchange, const Handler& handler) const;

  const Origins& origins_;
  std::map<std::string, Route, std::less<>> routes_;
  std::set<std::string> folders_;
};

}  // namespace voronka::gateway
