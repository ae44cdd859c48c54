// All inputs of a run as tasks for workers: the seam between reading and extracting.
//
// What a program does with it:
//
//   PageFeed feed(InputStream({.arguments = …}), {.read = …, .fetch = …, .window = …});
//   // in each worker thread:
//   while (auto task = feed.next()) {              // blocks until something is ready; files always are
//     while (auto item = task->pages->next())      // reads here, in the worker; an archive gives many
//       … extract(item->page->bytes, item->page->source) or item->page.error() …
//     … hand the text over to the writer under task->number …
//   }
//   // in the writer, when everything before and with `number` is written:
//   feed.finished(number);
//
// Numbers count inputs from 0 without gaps, so a writer that puts them in order gives the order of the inputs.
// Addresses are fetched ahead and may come out before files and addresses that were named earlier; `window` bounds how
// far: a task is given out only while its number is less than the first unfinished number plus `window`. So the
// writer's waiting room never holds more than `window` results, and memory is bounded. The caller must report every
// number it was given, else the feed stands still.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "input/fetch.h"
#include "input/input.h"
#include "input/pages.h"

namespace klartext {

/// What an earlier run left of an input, as a number that whoever recalls it understands. An input that is recalled is
/// not read.
using Recall = std::function<std::optional<std::uint64_t>(const Input&)>;

struct FeedOptions {
  ReadOptions read;
  FetchOptions fetch;        ///< `fetch.max_bytes` is taken from `read`
  std::size_t window = 256;  ///< tasks between the first unfinished one and the last given out
  Recall recall = nullptr;   ///< asked for every input, in order, never twice at once
};

/// One input, ready to be read. An input that is missing is a task too: its only page is an error.
struct Task {
  std::uint64_t number = 0;
  Input input;
  std::unique_ptr<PageStream> pages;  ///< null if the input is recalled
  std::optional<std::uint64_t> recalled;
};

class PageFeed {
 public:
  PageFeed(InputStream inputs, FeedOptions options);
  ~PageFeed();
  PageFeed(const PageFeed&) = delete;
  PageFeed& operator=(const PageFeed&) = delete;

  /// The next task that is ready; waits for one. nullopt when all have been given or after `stop()`. Thread-safe.
  std::optional<Task> next();

  /// Everything up to and including `number` is written. Thread-safe; a smaller number than before changes nothing.
  void finished(std::uint64_t number);

  /// No more tasks: `next()` returns nullopt in all threads, fetches under way are dropped. Thread-safe, but not for
  /// signal handlers.
  void stop();

  /// A host that is being asked at the moment, for showing; empty if none. Thread-safe.
  [[nodiscard]] std::string current_host();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace klartext
