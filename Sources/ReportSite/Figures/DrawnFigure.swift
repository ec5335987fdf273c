import LogQuery
import LogRecords
import SafeText
import SVGCharts

/// A figure, drawn: what a page shows of it and what is written beside the page.
struct DrawnFigure {
  /// How the page presents it.
  enum Presentation {
    /// A chart, with its table behind a disclosure: "Figure n".
    case chart(SafeHTML)
    /// The table itself: "Table n".
    case table
    /// Raw rows of the log: "Table n".
    case rows(EvidenceRows)
    /// A row of key figures, without a number.
    case numbers(KeyNumbers)
    /// Nothing.
    case hidden
  }

  /// What is plotted, in words.
  var subject: String
  /// What is to be said of how to read it; empty for nothing.
  var reading = ""
  /// Number of samples: rows, or groups.
  var sampleSize: Int?
  /// How the page shows it.
  var presentation: Presentation
  /// The numbers behind it.
  var table: FigureTable
  /// Where every matching row went.
  var ledger: FigureLedger?
  /// What it can't see, in a sentence without a capital.
  var limit: String?

  /// What the page shows; nil for nothing.
  var content: FigureMarkup.Content? {
    switch presentation {
    case .chart(let drawing): .chart(drawing, table.markup(caption: SafeHTML(text: subject)))
    case .table: .table(table.markup(caption: .empty))
    case .rows(let rows): .rows(rows)
    case .numbers(let numbers): .numbers(numbers)
    case .hidden: nil
    }
  }
}

/// What a figure needs to know of the page to draw itself.
struct DrawingContext {
  /// Ids for the parts of its drawing; from a counter, never from data.
  var identity: ChartIdentity
  /// Its title, values put in; empty if it has none.
  var title: String
  /// Whether it shares its row with a neighbour.
  var isHalf: Bool
  /// The value of an expression over results; nil after notes.
  var value: (LocatedExpression) -> FormattedValue?
  /// The rows that references stand for.
  var records: [Record]
  /// The columns of its source.
  var columns: [Column]
  /// Names of the files of its source, by the number that references give them.
  var files: [String]
  /// Told of what shows only once the data are known.
  var collector: DiagnosticCollector

  /// How wide its chart is.
  var chartWidth: ChartWidth { isHalf ? .half : .full }
}

extension DrawingContext {
  /// A bar chart with its text alternative; a figure without a title is called by its subject.
  func render(_ chart: BarChart, subject: String) -> SafeHTML {
    chart.render(id: identity, title: title.isEmpty ? subject : title, description: chart.describe())
  }

  /// A timeline, likewise.
  func render(_ chart: TimelineChart, subject: String) -> SafeHTML {
    chart.render(id: identity, title: title.isEmpty ? subject : title, description: chart.describe())
  }

  /// A histogram, likewise.
  func render(_ chart: HistogramChart, subject: String) -> SafeHTML {
    chart.render(id: identity, title: title.isEmpty ? subject : title, description: chart.describe())
  }
}
